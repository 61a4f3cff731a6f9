package org.ringback.diagnosis.rule.offer;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about offers and answers of media. Among findings of the same weight, those of earlier ones come first. */
public final class OfferRules {

    public static final List<Rule> ALL = List.of(
            new MediaRefused(),
            new LateOfferRefused(),
            new WebrtcOffer(),
            new RefusedDetails(),
            new AgreedMedia(),
            new AmrFraming(),
            new SecureAnswer(),
            new MediaLines(),
            new CameraPicture(),
            new KeyPresses(),
            new AudioFlow(),
            new MediaAddress(),
            new EarlyMedia(),
            new ProgressCause(),
            new CanceledInEarlyMedia(),
            new FaxAnswer(),
            new UnmetPreconditions(),
            new HoldAnswer());

    private OfferRules() {}
}
