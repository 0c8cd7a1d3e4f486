package org.modewise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path directory;

    @Test
    void aFileIsMadeAndReplaced() throws IOException {
        Path file = directory.resolve("f");
        AtomicFile.write(file, out -> out.write(1));
        AtomicFile.write(file, out -> out.write(2));
        assertThat(file).hasBinaryContent(new byte[] {2});
        assertThat(directory).isDirectoryContaining(file::equals);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whileWritingTheOldFileIsThere() throws IOException {
        Path file = Files.write(directory.resolve("f"), new byte[] {1});
        AtomicFile.write(file, out -> {
            out.write(2);
            out.flush();
            assertThat(file).hasBinaryContent(new byte[] {1});
        });
        assertThat(file).hasBinaryContent(new byte[] {2});
    }

    @Test
    void afterAFailureTheOldFileIsAllThereIs() throws IOException {
        Path file = Files.write(directory.resolve("f"), new byte[] {1});
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(2);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
        assertThat(file).hasBinaryContent(new byte[] {1});
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aDirectoryIsNotReplacedAndALinkStays() throws IOException {
        Path inner = Files.createDirectory(directory.resolve("d"));
        assertThatThrownBy(() -> AtomicFile.write(inner, out -> out.write(1)))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a directory");
        Path file = Files.write(inner.resolve("f"), new byte[] {1});
        Path link = Files.createSymbolicLink(directory.resolve("l"), file);
        AtomicFile.write(link, out -> out.write(2));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(new byte[] {2});
    }

    @Test
    void aMissingDirectoryIsAnIoException() {
        assertThatThrownBy(() -> AtomicFile.write(directory.resolve("no/f"), out -> out.write(1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> AtomicFile.write(directory.resolve("none/f"), out -> out.write(1)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(directory.resolve("none") + ": no such folder");
    }
}
