package org.ringback.window.kit;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.Identity;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.language.Texts;
import org.ringback.reading.CaptureSource;
import org.ringback.session.CallRow;
import org.ringback.sip.Printable;
import org.ringback.words.CallValues;
import org.ringback.words.TableCell;
import org.ringback.words.TalkTime;

/** How values of calls are written on screen: always with European digits, never through a locale. */
public final class CallWords {

    /** Stands where a value is not known. */
    public static final String UNKNOWN = "\u2013";

    private static final int LONGEST_ID = 40;

    private CallWords() {}

    /** The time of day where the user is, with the date if that is not clear. */
    public static String time(long micros, boolean dated) {
        if (micros == Captured.NO_TIME) {
            return UNKNOWN;
        }
        var times = new ZoneTimes(ZoneId.systemDefault());
        return dated ? times.dated(micros) : times.clock(micros);
    }

    /** Whether two moments are on different days where the user is. */
    public static boolean differentDays(long one, long other) {
        return new ZoneTimes(ZoneId.systemDefault()).differentDays(one, other);
    }

    /** The user, whom people know, else the host. */
    public static String name(Identity identity) {
        String name = identity.name();
        return name.isBlank() ? UNKNOWN : Printable.of(name);
    }

    /** As {@code user@host}, or the one that is there. */
    public static String address(Identity identity) {
        String address = identity.address();
        return address.isBlank() ? UNKNOWN : Printable.of(address);
    }

    /** Seconds with two places. */
    public static String seconds(Duration duration, Texts texts) {
        return texts.numbers().decimal(CallValues.seconds(duration).setScale(2, RoundingMode.HALF_UP));
    }

    /** Seconds with three places. */
    public static String millis(Duration duration, Texts texts) {
        return texts.numbers().decimal(CallValues.seconds(duration).setScale(3, RoundingMode.HALF_UP));
    }

    /** A row for a spreadsheet or a ticket: its values with tabs between them. */
    public static String line(CallRow row, Texts texts) {
        return String.join(
                "\t",
                time(row.call().start(), true),
                TableCell.forReader(address(row.from())),
                TableCell.forReader(address(row.to())),
                TableCell.of(row.call().method()),
                texts.get(row.ending()),
                row.code() == 0 ? "" : Integer.toString(row.code()),
                Integer.toString(row.messages()),
                row.call().times().talkTime().map(TalkTime::of).orElse(""),
                TableCell.of(Printable.of(row.call().callId())));
    }

    /** What is open, in a word or two. */
    public static String source(CaptureSource source, Texts texts) {
        return switch (source) {
            case CaptureSource.Files(List<Path> files, var _) when files.size() == 1 -> fileName(files.getFirst());
            case CaptureSource.Files(List<Path> files, var _) ->
                texts.get(CallsViewText.AND_MORE, fileName(files.getFirst()), Integer.toString(files.size() - 1));
            case CaptureSource.Pasted _ -> texts.get(CallsViewText.PASTED);
            case CaptureSource.Sample _ -> texts.get(CallsViewText.SAMPLE_NAME);
        };
    }

    /** The folder of files, to tell those of the same name apart; a home folder as a tilde. */
    public static String folder(CaptureSource.Files source) {
        Path folder = source.files().getFirst().getParent();
        if (folder == null) {
            return "";
        }
        Path home = Path.of(System.getProperty("user.home"));
        return folder.startsWith(home) && !folder.equals(home)
                ? "~" + folder.getFileSystem().getSeparator() + home.relativize(folder)
                : folder.toString();
    }

    /** All files with their folders, each on a line. */
    public static String paths(CaptureSource.Files source) {
        return source.files().stream().map(Path::toString).collect(Collectors.joining("\n"));
    }

    /** What files are called that are open beside each other, in their order; of one alone nobody need say the name. */
    public static List<String> files(CaptureSource source) {
        return source instanceof CaptureSource.Files(List<Path> files, var _) && files.size() > 1
                ? files.stream().map(CallWords::fileName).toList()
                : List.of();
    }

    /** One of the files that are open, by its place. */
    public static String file(CaptureSource source, int index, Texts texts) {
        return source instanceof CaptureSource.Files(List<Path> files, var _) && index < files.size()
                ? fileName(files.get(index))
                : source(source, texts);
    }

    public static String fileName(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /** Names a file after a call, without the signs of a Call-ID that files cannot have. */
    public static String fileName(String what, Call call) {
        String id = call.callId().replaceAll("[^A-Za-z0-9.-]+", "-");
        return what + "-" + id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    /** The Call-ID of a row, for whoever looks for it elsewhere. */
    public static String callId(CallRow row) {
        return Printable.of(row.call().callId());
    }
}
