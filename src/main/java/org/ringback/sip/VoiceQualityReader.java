package org.ringback.sip;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ringback.sip.VoiceQuality.Kind;
import org.ringback.sip.VoiceQuality.Measured;
import org.ringback.sip.VoiceQuality.Period;
import org.ringback.sip.VoiceQuality.Place;

/**
 * Reads a report on voice quality line by line (RFC 6035, section 4.6.1). Devices write it as drafts of it had it, too: with
 * {@code =} for {@code :}, with the call within the metrics, and with parameters on a line of their own; all of that is taken as
 * it was meant.
 */
final class VoiceQualityReader {

    private static final int MOST_LINES = 400;
    private static final int MOST_PARAMETERS = 200;
    private static final int LONGEST = 256;

    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, String> local = new HashMap<>();
    private final Map<String, String> remote = new HashMap<>();
    private final Map<String, String> localAddress = new HashMap<>();
    private Map<String, String> metrics = local;

    Optional<VoiceQuality> read(String body) {
        body.lines().limit(MOST_LINES).map(String::strip).forEach(this::line);
        String callId = lines.getOrDefault("callid", dialog());
        Optional<Kind> kind = kind();
        if (kind.isEmpty() || callId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VoiceQuality(
                kind.get(),
                callId,
                lines.getOrDefault("localid", ""),
                place(),
                lines.getOrDefault("remoteid", ""),
                measured(local),
                measured(remote)));
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        int equals = line.indexOf('=');
        int end = colon < 0 || (equals >= 0 && equals < colon) ? equals : colon;
        String name = (end < 0 ? line : line.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        String value = end < 0 ? "" : line.substring(end + 1).strip();
        switch (name) {
            case "localmetrics" -> metrics = local;
            case "remotemetrics" -> metrics = remote;
            case "localaddr" -> parameters(value, localAddress);
            case "remoteaddr" -> {
                // Where the other one is follows from the call.
            }
            case "sessiondesc", "jitterbuffer", "packetloss", "burstgaploss", "delay", "signal", "qualityest" ->
                parameters(value, metrics);
            default -> {
                if (end >= 0 && end == equals && !name.equals("callid")) {
                    // The rest of a line that was broken in two.
                    parameters(line, metrics);
                } else if (value.length() <= LONGEST && !name.contains(" ")) {
                    lines.putIfAbsent(name, value);
                }
            }
        }
    }

    private static void parameters(String text, Map<String, String> into) {
        for (String parameter : text.split("\\s", MOST_PARAMETERS)) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.length() <= LONGEST) {
                into.putIfAbsent(
                        parameter.substring(0, equals).toLowerCase(Locale.ROOT), parameter.substring(equals + 1));
            }
        }
    }

    /** The Call-ID as it stands before the tags. */
    private String dialog() {
        String dialog = lines.getOrDefault("dialogid", "");
        int semicolon = dialog.indexOf(';');
        return (semicolon < 0 ? dialog : dialog.substring(0, semicolon)).strip();
    }

    /** Before there were reports of their own for it, one on a session that had not ended was on an interval. */
    private Optional<Kind> kind() {
        if (lines.containsKey("vqalertreport")) {
            return Optional.of(Kind.ALERT);
        }
        if (lines.containsKey("vqintervalreport")) {
            return Optional.of(Kind.INTERVAL);
        }
        return lines.containsKey("vqsessionreport") ? Optional.of(Kind.SESSION) : Optional.empty();
    }

    private Optional<Place> place() {
        String host = localAddress.getOrDefault("ip", "");
        OptionalInt port = whole(localAddress, "port", 1, 65_535);
        return host.isEmpty() || port.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(host.replace("[", "").replace("]", ""), port.getAsInt()));
    }

    private static Optional<Measured> measured(Map<String, String> from) {
        var measured = new Measured(
                from.getOrDefault("pd", ""),
                share(from, "nlr"),
                share(from, "jdr"),
                period(from, "bld", "bd"),
                period(from, "gld", "gd"),
                whole(from, "iaj", 0, 65_535),
                whole(from, "rtd", 1, 65_535),
                whole(from, "esd", 1, 65_535),
                oneWay(from),
                whole(from, "rlq", 0, 120),
                whole(from, "rcq", 0, 120),
                number(from, "moslq", 1, 5),
                number(from, "moscq", 1, 5));
        return measured.empty() ? Optional.empty() : Optional.of(measured);
    }

    private static OptionalInt oneWay(Map<String, String> from) {
        OptionalInt measured = whole(from, "owd", 1, 65_535);
        return measured.isPresent() ? measured : whole(from, "sowd", 1, 65_535);
    }

    private static OptionalDouble share(Map<String, String> from, String name) {
        OptionalDouble percent = number(from, name, 0, 100);
        return percent.isEmpty() ? percent : OptionalDouble.of(percent.getAsDouble() / 100);
    }

    /** One without a length has not been. */
    private static Optional<Period> period(Map<String, String> from, String density, String length) {
        OptionalDouble share = share(from, density);
        OptionalInt span = whole(from, length, 1, 3_600_000);
        return share.isEmpty() || span.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(share.getAsDouble(), span.getAsInt()));
    }

    private static OptionalInt whole(Map<String, String> from, String name, int least, int most) {
        OptionalDouble number = number(from, name, least, most);
        return number.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) Math.round(number.getAsDouble()));
    }

    /** What lies outside its range, as 127 for what is not known, is as if it were missing; so is what is no number. */
    private static OptionalDouble number(Map<String, String> from, String name, double least, double most) {
        String text = from.getOrDefault(name, "");
        int end = 0;
        boolean point = false;
        while (end < text.length() && end < 12) {
            char character = text.charAt(end);
            boolean separates = (character == '.' || character == ',') && !point;
            if (!separates && (character < '0' || character > '9')) {
                break;
            }
            point |= separates;
            end++;
        }
        String digits = text.substring(0, end).replace(',', '.');
        if (digits.isEmpty() || digits.equals(".")) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(digits);
        return number < least || number > most ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
