package org.ringback.diagnosis.evidence;

import java.time.Duration;
import java.util.List;
import org.ringback.call.Attempt;
import org.ringback.call.Message;

/** Who took a call, as far as it shows. */
public final class Answerer {

    /** Nobody takes up a handset so soon. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private Answerer() {}

    /** Whether a machine seems to have answered, such as an announcement or a voicemail: it never rang, and was there at once. */
    public static boolean machine(Case examined) {
        List<Attempt> setup = examined.setup();
        if (setup.isEmpty()) {
            return false;
        }
        Attempt attempt = setup.getLast();
        return attempt.ringing().isEmpty()
                && attempt.finalResponse()
                        .filter(Message::success)
                        .flatMap(answer -> attempt.request().flatMap(invite -> Elapsed.between(invite, answer)))
                        .filter(wait -> wait.compareTo(AT_ONCE) < 0)
                        .isPresent();
    }
}
