package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void noCharacterIsLostAndNoneIsObeyed() throws IOException {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String value = "a" + Character.toString(character) + "b";
            String escaped = JsonWriter.escaped(JSON.writeValueAsString(value));

            // Not asserted for each of a million: the words of an assertion cost more than what it looks at.
            if (!JSON.readValue(escaped, String.class).equals(value)
                    || (escaped.length() != value.length() + 2 && !escaped.matches("[ -~]+"))) {
                assertThat(escaped).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u007f",
                "\u009b",
                "\u0085",
                "\u00ad",
                "\u061c",
                "\u180e",
                "\u200b",
                "\u200e",
                "\u2028",
                "\u2029",
                "\u202e",
                "\u2066",
                "\u2060",
                "\u3164",
                "\ufeff",
                "\ufff9",
                "\ud800",
                "\udc00",
                "\ud83d\udd75\ufe0f",
                "\udb40\udc41",
                "\uffff"
            })
    void whatNobodySeesIsWritten(String value) throws IOException {
        assertThat(JsonWriter.escaped(JSON.writeValueAsString(value))).contains("\\u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Анна", "日本", "é", "العربية", "\ud83d\ude00", "e\u0301"})
    void whatPeopleReadStays(String value) throws IOException {
        assertThat(JsonWriter.escaped(JSON.writeValueAsString(value))).isEqualTo("\"" + value + "\"");
    }

    @Test
    void aPairThatIsWrittenInTwoPiecesIsOneCharacter() throws IOException {
        String json = "\"a\ud83d\ude00\udb40\udc41\ud800\u202eb\"";
        for (int size = 1; size <= json.length(); size++) {
            var out = new StringWriter();
            try (var writer = new JsonWriter(out)) {
                for (int from = 0; from < json.length(); from += size) {
                    writer.write(json, from, Math.min(size, json.length() - from));
                }
            }
            assertThat(out).hasToString(JsonWriter.escaped(json));
        }
        var out = new StringWriter();
        var writer = new JsonWriter(out);
        for (int at = 0; at < json.length(); at++) {
            writer.write(json.charAt(at));
        }
        writer.write('\ud83d');
        writer.flush();
        assertThat(out).hasToString(JsonWriter.escaped(json) + "\\ud83d");
    }
}
