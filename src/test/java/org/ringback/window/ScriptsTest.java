package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringback.window.kit.Look;
import org.ringback.window.text.WrappedText;

/** Paragraphs of scripts that the toolkit cannot wrap by itself: none of their pieces is broken, none covers another. */
class ScriptsTest {

    private static final Path FOLDER = Path.of("target", "pictures");
    private static final int WIDTHS = 20;
    private static final double NARROWEST = 40;
    private static final int PARAGRAPHS = 12;
    private static final double WIDE = 420;
    private static final double HIGH = 170;

    private final LogWatch log = new LogWatch();

    /** Words of a script, and some that are the same in every language. */
    enum Script {
        ARABIC(
                NodeOrientation.RIGHT_TO_LEFT,
                "تلقى الهاتف طلب المكالمة، ورد بأنه مشغول. أعد المحاولة بعد دقيقة (أو اتصل لاحقًا): الخادم لا يجيب؟"),
        HEBREW(
                NodeOrientation.RIGHT_TO_LEFT,
                "הטלפון קיבל את הבקשה וענה שהוא תפוס. נסו שוב בעוד דקה (או התקשרו מאוחר יותר): השרת אינו עונה?"),
        HINDI(
                NodeOrientation.LEFT_TO_RIGHT,
                "फ़ोन को अनुरोध मिला और उसने कहा कि वह व्यस्त है। एक मिनट बाद फिर कोशिश करें (या बाद में): सर्वर उत्तर"
                        + " नहीं देता?"),
        THAI(
                NodeOrientation.LEFT_TO_RIGHT,
                "โทรศัพท์ได้รับคำขอแล้วและตอบว่าสายไม่ว่าง ลองอีกครั้งในหนึ่งนาที เซิร์ฟเวอร์ไม่ตอบ");

        private static final List<String> WIRE = List.of(
                "INVITE",
                "486 Busy Here",
                "sip:alice@pbx.example.com:5060;transport=tcp",
                "10.0.0.1",
                "«core show channels»",
                "SIP/2.0",
                "(RFC 3261)",
                "Q.850",
                "401,",
                "--format json.");

        private final NodeOrientation orientation;
        private final String words;

        Script(NodeOrientation orientation, String words) {
            this.orientation = orientation;
            this.words = words;
        }

        private List<String> words() {
            return List.of(words.split(" ", -1));
        }

        private String paragraph(Random random) {
            List<String> words = words();
            return Stream.generate(() -> random.nextInt(4) == 0
                            ? WIRE.get(random.nextInt(WIRE.size()))
                            : words.get(random.nextInt(words.size())))
                    .limit(4 + random.nextInt(40))
                    .collect(Collectors.joining(" "));
        }

        private String sentence() {
            List<String> words = words();
            return String.join(" ", words.subList(0, words.size() / 2))
                    + " 486 Busy Here. "
                    + String.join(" ", words.subList(words.size() / 2, words.size()))
                    + " sip:alice@pbx.example.com:5060;transport=tcp, INVITE (RFC 3261), 10.0.0.1.";
        }
    }

    @AfterEach
    void nothingWasWrong() {
        log.close();
    }

    @ParameterizedTest
    @EnumSource
    void noPieceIsBrokenAndNoneCoversAnotherAtAnyWidth(Script script) {
        var random = new Random(script.name().hashCode());
        List<String> paragraphs = IntStream.range(0, PARAGRAPHS)
                .mapToObj(number -> script.paragraph(random))
                .toList();
        List<String> wrong = Hands.onFx(() -> {
            var page = Passages.page(paragraphs, script.orientation, WIDE, HIGH);
            List<String> found = new ArrayList<>();
            for (int step = 0; step < WIDTHS; step++) {
                double width = NARROWEST + step * 37;
                page.resize(width, 5000);
                page.layout();
                page.getChildren().forEach(passage -> found.addAll(PieceFaults.of((WrappedText) passage, width)));
            }
            return found;
        });

        assertThat(wrong).isEmpty();
        assertThat(log.taken()).isEmpty();
    }

    @Test
    void everyScriptIsDrawnForEyesToSee() throws IOException {
        Files.createDirectories(FOLDER);
        for (Script script : Script.values()) {
            var picture = Hands.onFx(() -> {
                var page = Passages.page(List.of(script.sentence(), script.sentence()), script.orientation, WIDE, HIGH);
                page.getParent().getStyleClass().add(Look.ROOT);
                page.getScene().getStylesheets().setAll(Look.styleSheets());
                page.applyCss();
                page.resize(WIDE, HIGH);
                page.layout();
                return page.getScene().snapshot(null);
            });
            Pictures.save(picture, FOLDER.resolve("script-" + script.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        assertThat(log.taken()).isEmpty();
    }
}
