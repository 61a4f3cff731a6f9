package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;
import org.ringback.search.terms.Words;

/** The unregistered codes of {@code codes.json} against what was seen on the wire and in logs. */
class UnregisteredCodesTest {

    /** Rows about one number; the others are about statistics buckets, special phrases or codes that are not SIP. */
    private static final List<Map<String, String>> SEEN = FactTable.rows("unregistered-codes").stream()
            .filter(row -> row.get("code").matches("[1-9]\\d\\d"))
            .toList();

    private static final Map<String, Standing> STANDING_OF_KIND = Map.of(
            "on the wire", Standing.VENDOR,
            "on the wire (script)", Standing.VENDOR,
            "historic", Standing.HISTORIC,
            "error in software", Standing.SOFTWARE_ERROR,
            "proposal only", Standing.PROPOSAL,
            "in software tables", Standing.PHRASE_TABLE,
            "test data only", Standing.TEST_DATA,
            "local only, never on the wire", Standing.LOCAL_ONLY);

    private static final Pattern SLASH = Pattern.compile(" / ");
    private static final Pattern REMARK = Pattern.compile("\\s*[\\[(].*?[\\])]");

    private final Codes codes = Codes.load();

    @Test
    void everyCodeThatIsSeenIsThereAndNoneIsInvented() {
        var seen = new TreeSet<Integer>();
        SEEN.forEach(row -> seen.add(Integer.valueOf(row.get("code"))));
        var unregistered = new TreeSet<Integer>();
        codes.all().stream().filter(code -> !code.registered()).forEach(code -> unregistered.add(code.number()));

        assertThat(unregistered).isEqualTo(seen).hasSizeGreaterThan(15);
    }

    @Test
    void standingSaysHowTheCodeIsMet() {
        var complaints = new Complaints();
        SEEN.forEach(row -> complaints.expect(
                "standing of " + row.get("code") + " in codes.json",
                code(row).standing(),
                STANDING_OF_KIND.get(row.get("kind"))));
        complaints.assertNone();
    }

    @Test
    void everyPhraseThatIsSeenIsThere() {
        var complaints = new Complaints();
        for (var row : SEEN) {
            for (String phrase :
                    SLASH.split(REMARK.matcher(row.get("phrase_seen")).replaceAll(""), -1)) {
                if (!phrases(code(row)).contains(phrase)) {
                    complaints.add("otherPhrases of " + row.get("code") + " in codes.json: add " + phrase);
                }
            }
        }
        complaints.assertNone();
    }

    private static List<String> phrases(ResponseCode code) {
        return Stream.concat(
                        Stream.of(code.phrase()), code.otherPhrases().stream().map(OtherPhrase::phrase))
                .toList();
    }

    @Test
    void emittersAreThoseOfTheFacts() {
        var complaints = new Complaints();
        for (var code : codes.all()) {
            String known = emitters(code.number());
            for (String emitter : code.emitters()) {
                if (!Words.of(known).containsAll(Words.of(emitter))) {
                    complaints.add(
                            "emitters of " + code.number() + " in codes.json: " + emitter + " is not in " + known);
                }
            }
        }
        complaints.assertNone();
    }

    @Test
    void whatProductsSendOrPrintNamesThem() {
        assertThat(codes.all().stream()
                        .filter(code -> code.standing() == Standing.VENDOR
                                || code.standing() == Standing.PHRASE_TABLE
                                || code.standing() == Standing.LOCAL_ONLY))
                .allSatisfy(code -> assertThat(code.emitters())
                        .as("emitters of %d in codes.json", code.number())
                        .isNotEmpty());
    }

    @Test
    void localCodesAreNeverOnTheWire() {
        assertThat(codes.all().stream().filter(code -> code.codeClass() == CodeClass.LOCAL))
                .isNotEmpty()
                .allSatisfy(code -> {
                    assertThat(code.standing()).isEqualTo(Standing.LOCAL_ONLY);
                    assertThat(code.localOrigin()).isEqualTo(LocalOrigin.ALWAYS);
                    assertThat(code.dialogEffect()).isEqualTo(DialogEffect.NOT_ON_WIRE);
                    assertThat(code.forkEffect()).isEqualTo(ForkEffect.NOT_ON_WIRE);
                });
    }

    private static String emitters(int number) {
        return SEEN.stream()
                .filter(row -> row.get("code").equals(Integer.toString(number)))
                .map(row -> row.get("who_emits").toLowerCase(Locale.ROOT))
                .reduce("", (one, other) -> one + " " + other);
    }

    private ResponseCode code(Map<String, String> row) {
        int number = Integer.parseInt(row.get("code"));
        return codes.find(number).orElseThrow(() -> new AssertionError("codes.json lacks " + number));
    }
}
