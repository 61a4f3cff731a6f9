package org.ringback.command;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.language.Texts;

/** Tells on standard error with which files something is wrong, in one line each. */
final class FileFaults {

    /** Of a file as a whole; the others are counted and listed in the JSON. */
    private static final Map<Reason, CallsText> FAULTS = faults();

    /** Faults of files that were used all the same. */
    private static final Set<Reason> USED = Set.of(Reason.TRUNCATED_FILE, Reason.NO_SIP);

    private final Texts texts;
    private final PrintStream err;

    FileFaults(Texts texts, PrintStream err) {
        this.texts = texts;
        this.err = err;
    }

    private static Map<Reason, CallsText> faults() {
        var faults = new EnumMap<Reason, CallsText>(Reason.class);
        faults.put(Reason.TRUNCATED_FILE, CallsText.TRUNCATED_FILE);
        faults.put(Reason.UNSUPPORTED_FILE, CallsText.UNSUPPORTED_FILE);
        faults.put(Reason.NOT_A_CAPTURE, CallsText.NOT_A_CAPTURE);
        faults.put(Reason.EMPTY_FILE, CallsText.EMPTY_FILE);
        faults.put(Reason.UNREADABLE_FILE, CallsText.UNREADABLE_FILE);
        faults.put(Reason.LOST_LINE_ENDS, CallsText.LOST_LINE_ENDS);
        faults.put(Reason.NO_SIP, CallsText.NO_SIP);
        return Map.copyOf(faults);
    }

    /** Gives the number of files that could not be used. */
    int tell(List<Unusable> unusable, List<String> names) {
        int unused = 0;
        for (Unusable part : unusable) {
            CallsText fault = FAULTS.get(part.reason());
            if (fault != null) {
                tell(texts.get(fault, Typed.printable(names.get(part.file())), Typed.printable(part.detail())));
                unused += USED.contains(part.reason()) ? 0 : 1;
            }
        }
        tellEncrypted(unusable, names);
        return unused;
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

    void tell(String line) {
        err.print(Command.PROGRAM + ": " + line + "\n");
        err.flush();
    }
}
