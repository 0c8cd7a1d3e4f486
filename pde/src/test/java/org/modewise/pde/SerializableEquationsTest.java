package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equations that are no linear ones, and what goes with them. */
class SerializableEquationsTest {
    static List<Object> values() {
        return List.of(
                new Burgers(0.01),
                new PotentialBurgers(0.02),
                new HamiltonJacobi(0),
                new Shock(0.5, 1, -1),
                new OrnsteinUhlenbeck(1, 0.3, -0.2, 0.5),
                new OrnsteinUhlenbeck(1, 0.3, -0.2, 0.5).transition(0.7),
                new LinearSde(-1, 0.1, 0.2, -2, 0.3, -0.4, 0.5, 0.1, 0.2),
                new VarianceExploding(0.01, 1),
                new VariancePreserving(NoiseSchedule.linear()),
                new VariancePreserving(NoiseSchedule.linear(0, 3)),
                new VariancePreserving(NoiseSchedule.cosine()),
                EntropicTransport.of(0.1).tolerance(1e-9).mostSweeps(70));
    }

    @ParameterizedTest
    @MethodSource("values")
    void comeBackAsTheyWere(Object value) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(value)))) {
            assertThat(in.readObject()).isEqualTo(value).hasSameHashCodeAs(value);
        }
    }

    @Test
    void functionsOfTheCallersDoNot() {
        VariancePreserving process = new VariancePreserving(NoiseSchedule.of(t -> 1));
        assertThatThrownBy(() -> bytes(process)).isInstanceOf(NotSerializableException.class);
    }

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
