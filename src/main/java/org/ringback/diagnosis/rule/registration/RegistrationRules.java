package org.ringback.diagnosis.rule.registration;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about bindings at a registrar. Among findings of the same weight, those of earlier ones come first. */
public final class RegistrationRules {

    public static final List<Rule> ALL = List.of(
            new OneContactOnly(),
            new RegistrationLapse(),
            new RegistrationFlapping(),
            new OtherDevice(),
            new ShortRegistration(),
            new BriefInterval(),
            new PrivateContact(),
            new LostBinding(),
            new WrongPort());

    private RegistrationRules() {}
}
