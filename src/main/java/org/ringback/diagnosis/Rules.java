package org.ringback.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.dialog.DialogRules;
import org.ringback.diagnosis.rule.login.LoginRules;
import org.ringback.diagnosis.rule.media.MediaRules;
import org.ringback.diagnosis.rule.message.MessageRules;
import org.ringback.diagnosis.rule.offer.OfferRules;
import org.ringback.diagnosis.rule.refusal.RefusalRules;
import org.ringback.diagnosis.rule.registration.RegistrationRules;
import org.ringback.diagnosis.rule.unanswered.UnansweredRules;

/** Every rule there is. */
public final class Rules {

    /** In the order of rooms, and in each as its own list says: among equals it decides which finding a person reads first. */
    public static final List<Rule> ALL = Stream.of(
                    UnansweredRules.ALL,
                    DialogRules.ALL,
                    RefusalRules.ALL,
                    MessageRules.ALL,
                    LoginRules.ALL,
                    RegistrationRules.ALL,
                    OfferRules.ALL,
                    MediaRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** Of rules that say in general what others may know better. */
    private static final Set<Kind> GENERAL = ALL.stream()
            .filter(Rule::general)
            .flatMap(rule -> rule.kinds().stream())
            .collect(Collectors.toUnmodifiableSet());

    private Rules() {}

    /** Whether it is what is said where nothing better is known. */
    public static boolean general(Kind kind) {
        return GENERAL.contains(kind);
    }

    /** Everything that may be found. */
    public static List<Kind> kinds() {
        return ALL.stream().flatMap(rule -> rule.kinds().stream()).toList();
    }
}
