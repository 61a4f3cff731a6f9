package org.ringback.diagnosis;

import java.util.List;

/** Every rule there is. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new CanceledCall(),
            new RejectedLogin(),
            new MissingLogin(),
            new StaleNonce(),
            new ForbiddenAfterLogin(),
            new RegistrationLapse(),
            new RegistrationFlapping(),
            new OtherDevice(),
            new ShortRegistration(),
            new BriefInterval(),
            new PrivateContact(),
            new WrongPort(),
            new TooLarge(),
            new NextHop(),
            new Loops(),
            new RouteSet(),
            new Tags(),
            new SequenceNumbers(),
            new Branches(),
            new ReusedCallId());

    private Rules() {}

    /** Everything that may be found. */
    static List<Kind> kinds() {
        return ALL.stream().flatMap(rule -> rule.kinds().stream()).toList();
    }
}
