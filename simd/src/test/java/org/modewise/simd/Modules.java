package org.modewise.simd;

import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.ChildVm;

/** The library's modules up to this one. */
final class Modules {
    private Modules() {}

    /** Where they are, for the module path of another VM. */
    static String path() {
        return Stream.of(Grid2D.class, RealFft2D.class, VectorSupport.class)
                .map(type -> ChildVm.home(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
