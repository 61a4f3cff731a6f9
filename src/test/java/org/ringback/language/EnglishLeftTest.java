package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** English that was left in a translation is found in letters of any kind. */
class EnglishLeftTest {

    private static EnglishLeft in(String ownName) {
        return EnglishLeft.in(new Language("xx", ownName, false));
    }

    @Test
    void wordsAreToldFromProtocolWords() {
        assertThat(in("Русский")
                        .words("Заголовок Via, rport и received; порт 5060/tcp, sip.conf, jwscard=1 and so on."))
                .containsExactlyInAnyOrder("rport", "received", "and", "so", "on");
        assertThat(in("Deutsch").words("Der Header Via, rport und received; das Realm is not the one."))
                .containsExactly("the");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Русский | Запрос отклонён. The call has failed again, увы.",
                "Українська | Запит відхилено. The call has failed again.",
                "Ελληνικά | Η κλήση απέτυχε. The call has failed again.",
                "العربية | رُفض الطلب. The call has failed again.",
                "中文 | 请求被拒绝。The call has failed again。",
                "日本語 | 通話に失敗しました。 the call has failed again.",
                "ไทย | การโทรล้มเหลว. The call has failed again.",
                "हिन्दी | कॉल विफल रही। The call has failed again.",
                "Deutsch | Der Anruf ist gescheitert. The call has failed before the answer.",
                "Français | Appelez le numéro. Look at what the server says."
            })
    void aSentenceIsFound(String ownName, String text) {
        assertThat(in(ownName).holdsSentence(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Русский | В журнале «The call failed», а в endpoint нет allow.",
                "العربية | أرسل الخادم 486 (Busy Here) بعد INVITE.",
                "中文 | 服务器在 INVITE 之后发送 486 Busy Here。",
                "日本語 | サーバーは「The call failed」と答えます。",
                "Deutsch | Der Server meldet „The call failed“, der Endpoint hat kein allow.",
                "Nederlands | Of het toestel is bezet, is niet zeker.",
                "Dansk | Vi have for lang tid.",
                "Español | Has marcado un número que no existe.",
                "Română | Serverul are o altă adresă."
            })
    void anotherLanguageIsNone(String ownName, String text) {
        assertThat(in(ownName).holdsSentence(text)).isFalse();
    }
}
