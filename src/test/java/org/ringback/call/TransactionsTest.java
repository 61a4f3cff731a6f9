package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which messages belong together (RFC 3261, 17), and which repeat an earlier one. */
class TransactionsTest {

    private final Flow flow = new Flow();

    @Test
    void theAckToARefusalBelongsToItsInvite() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(486);
        flow.from("alice").to("bob").ackToFailure();

        assertThat(flow.only().transactions()).singleElement().satisfies(invite -> {
            assertThat(invite.acknowledgement()).isPresent();
            assertThat(invite.finalResponse().orElseThrow().head().status()).isEqualTo(486);
        });
    }

    @Test
    void theAckToAnAnswerIsATransactionOfItsOwnInTheSameDialog() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(200);
        flow.from("alice").to("bob").ack();

        assertThat(flow.only().transactions()).extracting(Transaction::method).containsExactly("INVITE", "ACK");
        assertThat(flow.only().dialogs()).singleElement().satisfies(dialog -> {
            assertThat(dialog.transactions()).hasSize(2);
            assertThat(dialog.acknowledgement()).isPresent();
        });
    }

    @Test
    void retransmissionsAreMarkedAndNotCounted() {
        flow.from("alice").to("bob").invite();
        flow.after(0.5).from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(200);
        flow.after(0.5).from("bob").to("alice").responds(200);
        flow.from("alice").to("bob").ack();
        flow.from("alice").to("bob").ack();

        Call call = flow.only();
        assertThat(call.messages()).hasSize(6);
        assertThat(call.retransmissions()).isEqualTo(3);
        assertThat(call.messages())
                .extracting(Message::retransmission)
                .containsExactly(false, true, false, true, false, true);
        assertThat(call.transactions().getFirst().responses()).hasSize(1);
        assertThat(flow.assembler().tally().messages()).isEqualTo(6);
    }

    @Test
    void aProvisionalResponseMayBeSentAgainOnPurpose() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").header("RSeq: 1").responds(183);
        flow.from("bob").to("alice").header("RSeq: 1").responds(183);
        flow.from("bob").to("alice").header("RSeq: 2").responds(183);

        assertThat(flow.only().messages())
                .extracting(Message::retransmission)
                .containsExactly(false, false, true, false);
    }

    @Test
    void withoutTheCookieTagsAndNumbersDecide() {
        flow.from("alice").to("bob").old().invite();
        flow.after(0.5).from("alice").to("bob").old().invite();
        flow.from("bob").to("alice").old().responds(404);
        flow.from("alice").to("bob").old().ackToFailure();
        flow.from("alice").to("bob").old().cseq(2).invite();
        flow.from("bob").to("alice").old().cseq(2).responds(486);

        Call call = flow.only();
        assertThat(call.transactions()).hasSize(2);
        assertThat(call.retransmissions()).isEqualTo(1);
        assertThat(call.outcome().code()).isEqualTo(486);
    }

    @Test
    void aBranchThatIsUsedForEverythingIsToldApartByTheNumber() {
        flow.from("alice").to("bob").branch("z9hG4bK").invite();
        flow.from("bob").to("alice").branch("z9hG4bK").responds(407);
        flow.from("alice").to("bob").branch("z9hG4bK").cseq(2).invite();
        flow.from("bob").to("alice").branch("z9hG4bK").cseq(2).responds(200);

        assertThat(flow.only().transactions()).hasSize(2);
        assertThat(flow.only().retransmissions()).isZero();
    }

    @Test
    void aResponseFromAnotherAddressOfTheServerIsStillItsResponse() {
        flow.from("alice").to("bob").invite();
        flow.from("bob-on-another-card").to("alice").responds(486);

        assertThat(flow.only().transactions()).hasSize(1);
    }

    @Test
    void requestsInADialogAreInIt() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(183);
        flow.from("alice").to("bob").cseq(2).inside("PRACK");
        flow.from("bob").to("alice").responds(200);
        flow.from("alice").to("bob").ack();
        flow.from("bob").to("alice").byCallee().cseq(7).inside("INVITE");
        flow.from("alice").to("bob").byCallee().cseq(7).responds(200);
        flow.from("bob").to("alice").byCallee().cseq(7).ack();
        flow.from("alice").to("bob").cseq(3).inside("UPDATE");
        flow.from("alice").to("bob").cseq(4).inside("INFO");
        flow.from("alice").to("bob").cseq(5).inside("REFER");
        flow.from("bob").to("alice").byCallee().cseq(8).inside("NOTIFY");
        flow.from("alice").to("bob").cseq(6).bye();

        assertThat(flow.only().dialogs()).singleElement().satisfies(dialog -> {
            assertThat(dialog.callerTag()).isEqualTo("alice-tag");
            assertThat(dialog.transactions())
                    .extracting(Transaction::method)
                    .containsExactly(
                            "INVITE", "PRACK", "ACK", "INVITE", "ACK", "UPDATE", "INFO", "REFER", "NOTIFY", "BYE");
        });
        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
    }

    @Test
    void aRefusedReInviteDoesNotEndTheCall() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(200);
        flow.from("alice").to("bob").ack();
        flow.from("alice").to("bob").cseq(2).inside("INVITE");
        flow.from("bob").to("alice").cseq(2).responds(488);
        flow.from("alice").to("bob").cseq(2).ackToFailure();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);
        assertThat(flow.outcome().code()).isEqualTo(200);
    }

    @Test
    void aCancelAndAnAckWithABranchOfTheirOwnStillBelongToTheirInvite() {
        flow.from("alice").to("bob").invite();
        flow.from("alice").to("bob").branch("z9hG4bK-other").cancel();
        flow.from("bob").to("alice").responds(487);
        flow.from("alice").to("bob").branch("z9hG4bK-third").ackToFailure();

        assertThat(flow.only().transactions()).hasSize(2);
        Transaction invite = flow.only().transactions().getFirst();
        assertThat(invite.canceledBy()).isPresent();
        assertThat(invite.acknowledgement()).isPresent();
    }
}
