package org.ringback.command;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ringback.capture.Unusable;
import org.ringback.capture.Unusable.Reason;
import org.ringback.language.Texts;

/** Tells on standard error with which files something is wrong, in one line each. */
final class FileFaults {

    /** Of a file as a whole; the others are counted and listed in the JSON. */
    private static final Map<Reason, CallsText> FAULTS = faults();

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
        return Map.copyOf(faults);
    }

    /** Gives the number of files that could not be used. */
    int tell(List<Unusable> unusable, List<String> names) {
        int unused = 0;
        for (Unusable part : unusable) {
            CallsText fault = FAULTS.get(part.reason());
            if (fault != null) {
                tell(texts.get(
                        fault, Typed.printable(names.get(part.file())), Typed.printable(part.detail())));
                unused += part.reason() == Reason.TRUNCATED_FILE ? 0 : 1;
            }
        }
        return unused;
    }

    void tell(String line) {
        err.print(Command.PROGRAM + ": " + line + "\n");
        err.flush();
    }
}
