package cn.yiwang.application.mandate;

/** What can happen to a mandate, by whom, in which status, and where it leads. */
enum MandateStep {
    ACCEPT("accept-mandate", Party.AGENT, MandateStatus.ACTIVE),
    DECLINE("decline-mandate", Party.AGENT, MandateStatus.DECLINED),
    RENOUNCE("renounce-mandate", Party.AGENT, MandateStatus.RENOUNCED),
    REVOKE("revoke-mandate", Party.PRINCIPAL, MandateStatus.REVOKED);

    /** Whose step it is. */
    enum Party {
        PRINCIPAL,
        AGENT
    }

    private final String action;
    private final Party party;
    private final MandateStatus to;

    MandateStep(String action, Party party, MandateStatus to) {
        this.action = action;
        this.party = party;
        this.to = to;
    }

    /** The name in the audit trail. */
    String action() {
        return action;
    }

    Party party() {
        return party;
    }

    /** A mandate is answered once; an offer can be taken back as well as what was accepted. */
    boolean isPossibleIn(MandateStatus status) {
        return switch (status) {
            case OFFERED -> isAnswer() || this == REVOKE;
            case ACTIVE, NOT_STARTED -> !isAnswer();
            case EXPIRED, DECLINED, REVOKED, RENOUNCED -> false;
        };
    }

    MandateStatus to() {
        return to;
    }

    boolean isAnswer() {
        return this == ACCEPT || this == DECLINE;
    }
}
