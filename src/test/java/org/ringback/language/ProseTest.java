package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The finder of bad prose finds it. */
class ProseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The the call failed.",
                "Вызов вызов отклонён.",
                "It is {0}.",
                "The caller''s phone.",
                "It is null.",
                "The end..",
                "First,. second.",
                "One , two.",
                "Two  spaces.",
                "The SIРstack.", // a Cyrillic letter
                "Ο SIΡserver.", // a Greek letter
                "कॉल कॉल विफल।"
            })
    void aFaultIsFound(String text) {
        assertThat(Prose.faults(text)).as(text).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no capital.", "No full stop", "", "— a dash."})
    void anythingButASentenceIsFound(String text) {
        assertThat(Prose.sentenceFaults(text)).as(text).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "486 says: busy.",
                "The caller's phone rings.",
                "Для 486 и 600 это одно и то же.",
                "«Занято» значит занято.",
                "Is it 408? Look.",
                "Vous vous êtes trompé.",
                "„Besetzt“ heißt: besetzt.",
                "Notieren Sie die Nummern und vergleichen Sie sie.",
                "¿Está ocupado?",
                "请求被拒绝。",
                "「通話中」です。",
                "هل الهاتف مشغول؟",
                "השיחה נכשלה.",
                "कॉल के बाद दो उत्तर आते हैं।",
                "การโทรล้มเหลว",
                "ปลายทางตอบ 486",
                "После 401 телефон повторяет запрос, SIP-стек делает это сам."
            })
    void goodSentencesPass(String text) {
        assertThat(Prose.sentenceFaults(text)).as(text).isEmpty();
    }

    @Test
    void whatIsSeenAtFirstHidesNothing() {
        List<String> pieces = List.of(
                "a", "b", "A", "B", "ab", "the", "б", "П", "ο", "ñ", "ß", "क", "्", "7", ".", ",", ";", ":", "?", "!",
                "-", "_", "(", "»", " ", " ", " ", "\t", "\u00a0", "null", "{0}", "''", "[]", "sip:", "𝒂");
        var random = new Random(486);
        int clean = 0;
        for (int i = 0; i < 30_000; i++) {
            String text = random.ints(random.nextInt(1, 9), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            if (FirstLook.seesNothing(text)) {
                clean++;
                assertThat(Prose.byPatterns(text)).as(text).isEmpty();
            }
        }
        assertThat(clean).isGreaterThan(3000);
    }
}
