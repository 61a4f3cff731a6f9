package org.ringback.diagnosis.rule.login;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about digest authentication. Among findings of the same weight, those of earlier ones come first. */
public final class LoginRules {

    public static final List<Rule> ALL = List.of(
            new OpenChallenge(),
            new EmptyChallenge(),
            new DigestFields(),
            new ForeignRealm(),
            new IgnoredAfterRefusals(),
            new RejectedLogin(),
            new MissingLogin(),
            new StaleNonce(),
            new OtherLogin(),
            new ForbiddenAfterLogin());

    private LoginRules() {}
}
