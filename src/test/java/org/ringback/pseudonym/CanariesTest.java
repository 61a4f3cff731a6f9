package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;
import org.ringback.ShippedLibrary;
import org.ringback.answers.CallShare;
import org.ringback.answers.Library;
import org.ringback.answers.ShareFormat;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.Examined;
import org.ringback.report.LadderPicture;
import org.ringback.report.Selection;

/** Whatever is planted wherever the grammar has a place for it: none of it is in what leaves. */
@BesideOthers
class CanariesTest {

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_+/-]{24,}=*");

    /** In URIs, in parameters, or in a part as quoted-printable. */
    private static final Pattern ESCAPED = Pattern.compile("(?:[%=][0-9A-Fa-f]{2}){4,}");

    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){6,}");

    private static final int BEGINNING = 6;

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private static Selection selection(List<String> messages, Likeness likeness) {
        List<Captured> captured = new ArrayList<>();
        for (String message : messages) {
            captured.add(new Captured(
                    MemorySegment.ofArray(message.getBytes(StandardCharsets.ISO_8859_1)),
                    1_700_000_000_000_000L + captured.size() * 20_000L,
                    new Endpoint("192.168.77.66", 5060),
                    new Endpoint("84.17.99.88", 5060),
                    Transport.UDP,
                    0,
                    captured.size() + 1L));
        }
        Examined examined = Examined.of(captured, List.of(), Captured.NO_TIME, new Diagnosis());
        return Selection.of(examined.calls(), examined.legs(), examined)
                .pseudonymized(likeness, RandomGenerator.of("L64X128MixRandom"), () -> false);
    }

    private static String written(Selection selection, ShareFormat format) throws IOException {
        var answers = LIBRARY.answers(LIBRARY.languages().all().getFirst());
        var out = new ByteArrayOutputStream();
        new CallShare(answers, ZoneOffset.UTC, LadderPicture.usual()).write(selection, format, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String text) {
        var decoded = new StringBuilder(text);
        ENCODED.matcher(text).results().forEach(code -> {
            try {
                byte[] bytes = Base64.getMimeDecoder()
                        .decode(code.group().replace('-', '+').replace('_', '/'));
                decoded.append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException _) {
                // It only looked like it.
            }
        });
        ESCAPED.matcher(text).results().forEach(code -> decoded.append(' ').append(bytes(code.group())));
        HEX.matcher(text).results().forEach(code -> decoded.append(' ').append(bytes(code.group())));
        return decoded.toString().toLowerCase(Locale.ROOT);
    }

    /** Hexadecimal digits, whatever stands between them. */
    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex.replaceAll("[^0-9A-Fa-f]", "")), StandardCharsets.ISO_8859_1);
    }

    private static void assertGone(Planted planted, String written, String where) {
        Map<String, List<String>> byBeginning = new HashMap<>();
        planted.places().keySet().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .forEach(value -> byBeginning
                        .computeIfAbsent(value.substring(0, BEGINNING), _ -> new ArrayList<>())
                        .add(value));
        Set<String> found = new HashSet<>();
        String text = decoded(written);
        for (int at = 0; at + BEGINNING <= text.length(); at++) {
            int from = at;
            byBeginning.getOrDefault(text.substring(at, at + BEGINNING), List.of()).stream()
                    .filter(value -> text.startsWith(value, from))
                    .forEach(found::add);
        }
        var complaints = new Complaints(where);
        planted.places().forEach((value, place) -> {
            if (found.contains(value.toLowerCase(Locale.ROOT))) {
                complaints.add(place + ": " + value);
            }
        });
        complaints.assertNone();
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatWasPlantedIsInAnyFormat(ShareFormat format) throws IOException {
        var planted = new Planted(new SplittableRandom(1));
        List<String> messages = new PlantedMessages(planted).all();

        assertThat(planted.places()).hasSizeGreaterThan(400);
        assertGone(planted, written(selection(messages, Likeness.EXACT), format), format.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void whateverIsPlantedIsGone(long seed) throws IOException {
        var planted = new Planted(new SplittableRandom(seed));
        List<String> messages = new PlantedMessages(planted).all();
        Likeness likeness = seed % 2 == 0 ? Likeness.EXACT : Likeness.BLURRED;

        assertGone(planted, written(selection(messages, likeness), ShareFormat.TEXT), "seed " + seed);
    }
}
