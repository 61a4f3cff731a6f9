package org.ringback.command;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.language.Texts;
import org.ringback.words.UnusableText;

/** Reads file names and the clock offsets that belong to them. */
final class CaptureFiles {

    /** An offset as it is typed. */
    static final String EXAMPLE = "sbc.pcap=+1.5s";

    /** Longer offsets are a slip of the hand, not a wrong clock: ten years. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(10L * 366 * 86_400);

    private static final Pattern OFFSET =
            Pattern.compile("(?<file>.+)=(?<number>[+-]?\\d{1,10}(?:\\.\\d{1,9})?)(?<unit>ms|s|m|h)?");

    private static final Map<String, BigDecimal> UNITS = Map.of(
            "ms",
            new BigDecimal("0.001"),
            "s",
            BigDecimal.ONE,
            "m",
            BigDecimal.valueOf(60),
            "h",
            BigDecimal.valueOf(3600));

    private final Texts texts;

    CaptureFiles(Texts texts) {
        this.texts = texts;
    }

    /**
     * The files in the order given, each once.
     *
     * @throws CommandRefusal if an offset cannot be read or belongs to no file
     */
    List<CaptureFile> of(List<String> names, List<String> offsets) {
        Map<String, Duration> byName = new LinkedHashMap<>();
        for (String offset : offsets) {
            Matcher read = OFFSET.matcher(offset);
            if (!read.matches()) {
                throw CommandRefusal.misuse(texts, CallsText.UNKNOWN_OFFSET, Typed.printable(offset), EXAMPLE);
            }
            if (!names.contains(read.group("file"))) {
                throw CommandRefusal.misuse(
                        texts,
                        CallsText.OFFSET_WITHOUT_FILE,
                        Typed.printable(read.group("file")),
                        Typed.printable(String.join(", ", names)));
            }
            byName.put(read.group("file"), duration(offset, read));
        }
        return names.stream()
                .distinct()
                .map(name -> new CaptureFile(name, path(name), byName.getOrDefault(name, Duration.ZERO)))
                .toList();
    }

    private Duration duration(String typed, Matcher read) {
        String unit = read.group("unit") == null ? "s" : read.group("unit");
        BigDecimal seconds = new BigDecimal(read.group("number")).multiply(UNITS.get(unit));
        if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
            throw CommandRefusal.misuse(texts, CallsText.UNKNOWN_OFFSET, Typed.printable(typed), EXAMPLE);
        }
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    /** Refuses what no file can be called. */
    Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandRefusal.misuse(
                    texts, UnusableText.ODD_NAME, Typed.printable(name), Typed.printable(e.getReason()));
        }
    }
}
