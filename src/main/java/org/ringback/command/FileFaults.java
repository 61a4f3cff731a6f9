package org.ringback.command;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;
import org.ringback.words.UnusableText;

/** Tells on standard error with which files something is wrong, in one line each. */
final class FileFaults {

    /** Of a file as a whole; the others are counted and listed in the JSON. */
    private static final Set<Reason> FAULTS = EnumSet.of(
            Reason.TRUNCATED_FILE,
            Reason.DAMAGED_FILE,
            Reason.LEFT_OUT,
            Reason.UNSUPPORTED_FILE,
            Reason.NOT_A_CAPTURE,
            Reason.SILENT_LOG,
            Reason.EMPTY_FILE,
            Reason.UNREADABLE_FILE,
            Reason.LOST_LINE_ENDS,
            Reason.NO_SIP,
            Reason.CHANGED_FILE,
            Reason.SAME_FILE,
            Reason.NO_SCRATCH_FILE,
            Reason.FULL_DISK);

    /** Faults of files that were used all the same. */
    private static final Set<Reason> USED = Set.of(
            Reason.TRUNCATED_FILE,
            Reason.DAMAGED_FILE,
            Reason.LEFT_OUT,
            Reason.NO_SIP,
            Reason.CHANGED_FILE,
            Reason.SAME_FILE,
            Reason.FULL_DISK);

    /** Mostly so many tell enough. */
    private static final int MOST_PARTS = 3;

    private final Texts texts;
    private final PrintStream err;

    FileFaults(Texts texts, PrintStream err) {
        this.texts = texts;
        this.err = err;
    }

    /** Gives the number of files that could not be used. */
    int tell(List<Unusable> unusable, List<String> names) {
        int unused = 0;
        for (Unusable part : unusable) {
            if (FAULTS.contains(part.reason())) {
                tell(UnusableText.of(part, Typed.printable(names.get(part.file())), texts));
                unused += USED.contains(part.reason()) ? 0 : 1;
            }
        }
        tellEncrypted(unusable, names);
        return unused;
    }

    /** For an answer that has no place for it: how many parts of files could not be used, and of which kind the first are. */
    void tellParts(List<Unusable> unusable, List<String> names) {
        // They change what may be concluded from everything else.
        unusable.stream()
                .filter(part -> part.reason() == Reason.FLOOD)
                .forEach(part -> tell(UnusableText.of(part, Typed.printable(names.get(part.file())), texts)));
        List<Unusable> parts = unusable.stream()
                .filter(part -> part.reason() != Reason.FLOOD)
                .filter(part -> !FAULTS.contains(part.reason()) && part.reason() != Reason.ENCRYPTED)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        tell(texts.get(
                CallsText.PARTS, texts.numbers().count(parts.size()), Command.CALLS.call("FILE", "--format", "json")));
        parts.stream()
                .limit(MOST_PARTS)
                .forEach(part -> listed(UnusableText.of(part, Typed.printable(names.get(part.file())), texts)));
    }

    /** One line for each file with connections that nobody can look into. */
    private void tellEncrypted(List<Unusable> unusable, List<String> names) {
        var connections = new TreeMap<Integer, Integer>();
        for (Unusable part : unusable) {
            if (part.reason() == Reason.ENCRYPTED) {
                connections.merge(part.file(), 1, Integer::sum);
            }
        }
        connections.forEach((file, count) ->
                tell(texts.get(CallsText.ENCRYPTED, Typed.printable(names.get(file)), Integer.toString(count))));
    }

    /** One line below the one before. */
    void listed(String line) {
        err.print("  " + Printable.of(line) + "\n");
        err.flush();
    }

    void tell(String line) {
        err.print(Command.PROGRAM + ": " + line + "\n");
        err.flush();
    }
}
