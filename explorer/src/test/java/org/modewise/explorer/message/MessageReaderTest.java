package org.modewise.explorer.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.explorer.message.Message.FrameWish;
import org.modewise.explorer.message.Message.NewEquation;
import org.modewise.explorer.message.Message.NewField;
import org.modewise.explorer.message.Message.Train;
import org.modewise.explorer.scene.Dab;
import org.modewise.explorer.scene.Moment;
import org.modewise.explorer.scene.Shape;

/** What is a message, and what is none. */
class MessageReaderTest {
    private final MessageReader reader = new MessageReader();

    @Test
    void everyKindIsRead() throws BadMessageException {
        for (String text : SampleMessages.VALID) {
            assertThat(reader.read(text)).isNotNull();
        }
        assertThat(reader.read(SampleMessages.VALID.get(0)))
                .isEqualTo(new NewField(
                        64, new Shape.Letter("A"), List.of(new Dab(0.5, 0.25, 0.03, 1), new Dab(0.1, 0.9, 0.2, -0.5))));
        assertThat(reader.read(SampleMessages.VALID.get(5))).isEqualTo(new FrameWish(12, new Moment(-0.05, 1000)));
        NewEquation burgers = (NewEquation) reader.read(SampleMessages.VALID.get(4));
        assertThat(burgers.settings().number("viscosity")).isEqualTo(0.01);
        assertThat(burgers.settings().name("kind")).isEqualTo("potential");
        assertThat(burgers.settings().number("amplitude")).isEqualTo(1);
        assertThat(((Train) reader.read(SampleMessages.VALID.get(7))).plan().parameters())
                .isEqualTo(697);
    }

    @Test
    void aPictureMustFitItsGrid() throws BadMessageException {
        assertThat(((NewField) reader.read(picture(64, 64 * 64))).shape()).isInstanceOf(Shape.Picture.class);
        assertThatThrownBy(() -> reader.read(picture(64, 64 * 64 - 1)))
                .isInstanceOf(BadMessageException.class)
                .hasMessage("picture must have 4096 levels on this grid, got 4095");
        assertThatThrownBy(() -> reader.read(picture(64, 65 * 64))).isInstanceOf(BadMessageException.class);
    }

    private static String picture(int n, int bytes) {
        String grey = Base64.getEncoder().encodeToString(new byte[bytes]);
        return "{\"type\":\"field\",\"n\":" + n + ",\"initial\":{\"shape\":\"picture\",\"grey\":\"" + grey
                + "\"},\"dabs\":[]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"field","n":100,"initial":{"shape":"empty"},"dabs":[]}                      | field    | n must be 64, 128, 256 or 512, got 100
            {"type":"field","n":1024,"initial":{"shape":"empty"},"dabs":[]}                     | field    | n must be in [64, 512], got 1024
            {"type":"field","n":64,"initial":{"shape":"cow"},"dabs":[]}                         | field    | there is no such shape
            {"type":"field","n":64,"initial":{"shape":"letter","text":""},"dabs":[]}            | field    | letter's length must be in [1, 3], got 0
            {"type":"field","n":64,"initial":{"shape":"checkerboard","cells":3},"dabs":[]}      | field    | checkerboard's cells must be even, got 3
            {"type":"dab","dab":[0.5,0.5,0.03]}                                                 | dab      | the length of dab must be in [4, 4], got 3
            {"type":"dab","dab":[1e400,0.5,0.03,1]}                                             | dab      | dab must be a finite number
            {"type":"dab","dab":[0.5,0.5,0.9,1]}                                                | dab      | dab's radius must be in [0.0024, 0.25], got 0.9
            {"type":"equation","name":"navier","parameters":{}}                                 | equation | there is no equation "navier", but [heat, transport, ornstein-uhlenbeck, poisson, burgers, wave]
            {"type":"equation","name":"heat","parameters":{"diffusivity":-1}}                   | equation | diffusivity must be in [1.0E-4, 0.2], got -1.0
            {"type":"equation","name":"heat","parameters":{"speed":1}}                          | equation | the equation has no such parameters: [speed]
            {"type":"frame","sequence":0,"t":1e300,"amplification":1000}                        | frame    | t must be in [-1000.0, 1000.0], got 1.0E300
            {"type":"frame","sequence":0.5,"t":0,"amplification":1000}                          | frame    | sequence must be a whole number
            {"type":"train","hidden":[64,64],"omega0":30,"optimizer":"lm","steps":1,"seed":1,"run":1,"t":0,"amplification":10} | train | the number of parameters must be in [1, 3000], got 4417
            {"type":"trainOn","steps":0}                                                        | trainOn  | steps must be in [1, 20000], got 0
            {"type":"curve","times":[0]}                                                        | curve    | the length of times must be in [2, 200], got 1
            {"type":"export","format":"exe"}                                              | export   | format must be npy or gif
            {"type":"export","format":"gif","times":[0,1],"amplification":10,"lo":1,"hi":1,"colormap":"viridis"} | export | lo must be below hi, got 1.0 and 1.0
            {"type":"sudo"}                                                                     | sudo     | there is no such type of message
            [1, 2]                                                                              | session  | a message must be an object with a type
            {"type":"trainStop"} {}                                                             | session  | a message must be JSON, and is not from character 21
            {"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}                                               | session  | a message must be JSON no more than 5 levels deep
            """)
    void whatIsWrongIsSaid(String text, String about, String message) {
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOfSatisfying(
                        BadMessageException.class, e -> assertThat(e.about()).isEqualTo(about))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {MessageReader.MOST_CHARACTERS + 1, 4 * MessageReader.MOST_CHARACTERS})
    void longMessagesAreNotParsed(int length) {
        assertThatThrownBy(() -> reader.read("[".repeat(length)))
                .isInstanceOf(BadMessageException.class)
                .hasMessage("a message must have at most 600000 characters, got " + length);
    }

    @Test
    void tenThousandMutatedMessagesAreReadOrRefused() {
        SplittableRandom random = new SplittableRandom(20261126);
        int refused = 0;
        for (int k = 0; k < 10_000; k++) {
            String text = SampleMessages.mutated(
                    SampleMessages.VALID.get(random.nextInt(SampleMessages.VALID.size())), random);
            try {
                assertThat(reader.read(text)).isNotNull();
            } catch (BadMessageException e) {
                assertThat(e.getMessage()).isNotEmpty();
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 9_999);
    }
}
