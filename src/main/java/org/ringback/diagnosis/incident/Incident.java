package org.ringback.diagnosis.incident;

import java.util.List;
import org.ringback.call.Call;
import org.ringback.diagnosis.finding.Finding;

/**
 * One cause that struck several calls, registrations or requests.
 *
 * @param finding what it is, with the messages that show it first and last
 * @param calls those that it struck, in order of their start; of joint calls the first leg
 */
public record Incident(Finding finding, List<Call> calls) {

    public Incident {
        calls = List.copyOf(calls);
    }
}
