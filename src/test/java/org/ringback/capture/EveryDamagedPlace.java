package org.ringback.capture;

import org.junit.jupiter.api.Test;

/** Every place of every capture of the campaign, only for who names this class: it takes half an hour. */
class EveryDamagedPlace {

    @Test
    void isCounted() {
        DamageCampaign.main(new String[0]);
    }
}
