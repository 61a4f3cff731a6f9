package org.ringback.pseudonym;

import java.util.Set;

/**
 * Words that may stay in texts: of registered phrases, of what servers say of networks and logins, of how English joins
 * them. No word is here that is also somebody's name or a place.
 */
final class Vocabulary {

    private static final Set<String> WORDS = Lists.of("""
        a able about absent accept acceptable accepted access account acknowledged active activated address addresses after
        again agent agreement alert alerted alias allocated allow allowed already alternate alternative alternativeservice
        ambiguous an and anonymity anonymous another answer answered any anywhere application are area as at attempt attempts
        attribute attributes audio auth authentication authorisation authorization authorized authorised auto automatic
        available awarded away back backup bad balance bandwidth barred base be bearer been before begin being between bit
        blacklisted blind blocked body both breadth brief broken busy but by bye call called callee caller calling calls can
        cancel canceled cancelled cannot capability card category cause causes certificate challenge change changed channel
        channels check choices circuit class clear cleared clearing client closed code codec codecs combination command
        communication compatible complete completed completion component condition conditional conference configuration
        configured conflict congested congestion connect connected connection connections consent contact contacts contained
        content contents contain context control correct could create created creation credential credentials credit
        cug current currently data database date days de default defined deflected deflection delay delayed delivered delivery
        denied deny described description designated destination details detect detected determine device devices
        dialed dialled dialog did different digest digital digits direct direction disabled disallowed discarded disconnect
        disconnected dispatcher dispatchers display distribution dns do does doesn't domain don't done down drop dropped due
        duplicate duration early echo element elements else elsewhere emergency empty enabled encoding encrypted encryption
        end endpoint endpoints ended enough enquiry entity entry equipment error errors established establish
        establishement establishment event everywhere exceeded exceeds exceed exception exchange exist existent existing exists
        expected expire expired expires expiry explicit extension external facility fail failed failing failure
        failures fatal fault feature field file filtered finished firewall first flag flow for forbidden forced fork format
        formats forward forwarded forwarding found frame from full function gateway general get giving given global go gone
        group had handle handler handling handshake hangup has have having header headers hello here hidden hold hop
        hops host hosts hour hours human id idle identified identifier identity if ie ignored illegal immediate implemented in
        inactive inactivity inbound incoming incompatible incomplete incorrect indicated indicator info information ingress
        egress initial inside insufficient interface internal international interval interworking into invalid invite ip is
        isdn issue it its join jitter keep key keys known lacks language languages large last late later leg length less level
        license licence limit limitation limited line lines link listed load local locally location locked log login long
        longer lookup loop loops loss lost lower maintenance malformed malicious management mandatory many match matched
        matching max maximum may mean media member memory message messages method methods mailbox voicemail min
        minimum minute minutes miscellaneous misdialled mismatch missed missing mode more most moved multicast multiple must
        name names nat need needed needs negotiate negotiation network networks never new next no node non
        nonce none nonexistent normal not nothing notification notify notified now null number numbers object occurred odd of
        off offer offering offline ok old on one online only open operation operational operator option
        options optional or order originating origin origination originator other others out outbound outdated outgoing
        outside over overflow overload overloaded own package packages packet packets pai parameter parameters park
        parked parse parser parsing part party passport password path payload payment peer peers pending period permanent
        permanently permission permitted phone phones pick picked pickup please policy port ported ports possible
        precedence precondition preconditions preemption preempted prefix present presently priority privacy private probing
        problem process processed processing progress protocol provide provided provider provisional proxy public
        push q quality query queue queued quota range rate ratelimit ratelimited reached reason receive received receiver record
        recovery redirect redirected redirection refer reference referrer refresh refresher refused regretfully register
        registered registrar registration registrations reinvite reject rejected relay release released reliable remote remove
        removed repeat repeated replaced replaces replacement reply reported report request requested requests require required
        requires requiring resend reserved reset resolution resolvable resolve resolved resource resources respond responded
        responding response responses restart restricted retries retry retransmission returned reuse ring ringing robot role
        route routed routes routing rtp rtcp rule rules same scheme screening second seconds security see segment select
        selected selection send sender sending sent server servers service services session sessions set setting settings setup
        short should shutdown shut signal signaling signalling silence simultaneous since site slow small socket
        some something source special specification specified specify spam stale stamp standard start started state status still
        stop stopped stream stun subject subscribe subscribed subscriber subscribers subscription subscriptions success
        successful successfully such supplied support supported supporting suspended switch switching syntax system table tag
        tags target temporarily temporary terminal terminate terminated test than that the their then there these thing this
        through throttled time timed timeout timer times to token tone tones too total transaction transactions
        transfer transferred transit transport trial tried try trying trunk trunks trusted tunnel turn type types unable
        unacceptable unallocated unassigned unauthorized unauthorised unavailable unconditional undecipherable
        understood unexpected unfortunately unicast unit units unknown unreachable unrecognized unreachable
        unregistered unresolvable unspecified unsupported until untrusted unwanted up update updated upgrade uri uris us usage
        use used user username users using valid validate validation value vacant verification verified verify version via video
        violation voice vpn waiting waits warning was we were when where which while whitelisted with within without
        word words wrong yes yet you your zero zone dtmf ivr acd dnd callcenter acl analytics rejecting elements
        sip sips tel udp tcp tls sctp ws wss dtls sdp srtp sdes rtcp ice turn uac uas ua ack cancel publish prack nat pstn pbx
        b2bua sbc isup q850 itu enum lcr cli clip clir cnam rport ipv4 ipv6 mrf ims pcscf icscf scscf hss as tas bgcf mgcf
        ueid ue ss7 stir shaken passport ppt tn did ddi trunk gw tdm e1 pri bri fxs fxo qos rfc http https json xml uuid url urn
        sqlstate ldap radius diameter mwi blf sca aoc aor bw kbps hz ms sec secs ssrc pcma pcmu rtpengine mediaproxy rtpproxy
        """);

    /** Names of products and of what stands around their versions. */
    private static final Set<String> PRODUCTS = Lists.of("""
        asterisk freeswitch mod polycomvvx kamailio opensips openser ser sems pjsip pjsua pjmedia baresip sipp linphone belle mod_sofia sofia
        exosip exosip2 osip resip resiprocate repro jain jsip mobicents restcomm drachtio jambonz yate mor sippy voipmonitor
        sipvicious cisco cucm cube ios linksys spa polycom poly soundpointip soundpoint soundstation vvx yealink snom
        grandstream avaya aura ipoffice mitel shoretel aastra audiocodes mediant oracle acme sonus ribbon genband
        metaswitch perimeta broadsoft broadworks broadcloud ericsson nokia huawei espace alcatel lucent siemens unify hipath
        openscape openstage panasonic kx nec samsung toshiba fanvil gigaset auerswald compact fritz fritzbox avm os bintec
        lancom patton smartnode telekom speedport digitalisierungsbox starface swyx starface innovaphone 3cx 3cxphone freepbx
        fpbx elastix issabel vicidial sangoma digium switchvox vitalpbx vodia pbxnow snomone wazo xivo zoiper
        bria counterpath eyebeam x lite xlite jitsi jigasi blink csipsimple acrobits groundwire microsip phonerlite phoner
        ninjalite sipdroid twinkle ekiga sflphone telephone jssip sipjs sip.js sipml5 webrtc mozilla chrome firefox safari
        microsoft teams lync skype rtcc ocs msrtc mediation uccapi oc unified communications twilio telnyx bandwidth plivo
        vonage nexmo sinch sipgate aws chime amazon zoom webex ringcentral dialpad oracle esbc txsbc session border controller
        softphone sdk stack library lib engine softswitch callmanager expressway vcs telepresence lifesize huawei
        linux windows android iphone ipad macos darwin ubuntu debian centos redhat alpine glibc java jetty servlet node nodejs
        python golang go erlang ruby php perl win win32 win64 arm arm6 arm64 armv7 i386 i686 x86 x64 x86_64 amd64 64bit 32bit
        release rev revision stamp build rc beta alpha git svn dev devel dfsg snapshot stable testing lts pre patch hotfix
        v ver sp fw hw firmware boot rom test proxy friendly scanner registrar generator load monitor uac sipsak smap nero sippsphone
        verso obihai obi vega sansay nextone cirpack italtel teles dialogic veraz squire technologies commend algo axis
        2n helios viking cyberdata escene htek akuvox atcom flyingvoice dinstar openvox yeastar mypbx newrock synway xorcom
        c5 ata ip gxp gxv gxw grp ht dp cp wp tau eltex tadiran telrad thomson technicolor sagemcom arris zyxel tplink netgear
        adtran edgewater edgemarc cablelabs pacific samsung ims volte vowifi rcs client rtc core plugin
        """);

    private Vocabulary() {}

    /** Whether this word, in lower case, says nothing about anybody within a text. */
    static boolean word(String lower) {
        return WORDS.contains(lower);
    }

    /** Whether this word, in lower case, may stand where software says what it is. */
    static boolean software(String lower) {
        return PRODUCTS.contains(lower) || WORDS.contains(lower);
    }
}
