package org.ringback.diagnosis;

import java.util.List;

/** Every rule there is. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new CanceledCall(),
            new MediaRefused(),
            new AgreedMedia(),
            new AudioFlow(),
            new MediaAddress(),
            new EarlyMedia(),
            new ReinviteRefused(),
            new ExtensionRefused(),
            new ReliableProvisional(),
            new SessionTimer(),
            new NetworkCause(),
            new ReasonOfBye(),
            new CallerIdentity(),
            new Blocked());

    private Rules() {}

    /** Everything that may be found. */
    static List<Kind> kinds() {
        return ALL.stream().flatMap(rule -> rule.kinds().stream()).toList();
    }
}
