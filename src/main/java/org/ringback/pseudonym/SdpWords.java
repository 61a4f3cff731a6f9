package org.ringback.pseudonym;

import java.util.Set;

/** Words of session descriptions that mean nobody, in lower case: codecs, transports, suites, hashes and their like. */
final class SdpWords {

    /** Names of attributes. */
    static final Set<String> ATTRIBUTES = Lists.of("""
        rtpmap fmtp ptime maxptime minptime sendrecv sendonly recvonly inactive rtcp rtcp-mux rtcp-mux-only rtcp-fb rtcp-rsize
        rtcp-xr mid group setup connection extmap extmap-allow-mixed end-of-candidates ice-options ice-lite ice-ufrag ice-pwd
        ice-mismatch ice-pacing candidate remote-candidates fingerprint crypto zrtp-hash key-mgmt identity msid msid-semantic
        ssrc ssrc-group tls-id dtls-id cname label content framerate framesize imageattr quality curr des conf silencesupp
        ecan gpmd vsel maxmptime simulcast rid tool type charset sdplang lang cat keywds orient cryptosuite accept-types
        accept-wrapped-types max-size path msrp-cema msrp-usage-intent file-selector file-transfer-id file-disposition
        file-date file-icon file-range source-filter rtcp-unicast bundle-only sctp-port sctpmap max-message-size dcmap dcsa
        t38faxversion t38maxbitrate t38faxfillbitremoval t38faxtranscodingmmr t38faxtranscodingjbig t38faxratemanagement
        t38faxmaxbuffer t38faxmaxdatagram t38faxudpec t38faxmaxifp t38faxudpfecmaxspan t38modemtype t38vendorinfo x-nat
        x-google-flag sqn cdsc cpar cpsc acap tcap pcfg acfg csup creq mcap mfcap mscap lcfg 3gpp_mbms rtcp-mux-only maxprate
        omr-m-cap omr-s-cap omr-codecs visited-realm secondary-realm anbr plc floorctrl confid userid floorid bfcpver g-3gpp
        inactive chatroom cs-correlation record recordpref pcmap sprop-stereo xg726bitorder x-mpdp x-sqn x-cap x-dv fec-source-flow
        fec-repair-flow depend ext mkmap altc ccap rtp-mux rtpred1 rtpred2 direction
        """);

    /** Words that may be their values. */
    static final Set<String> ALL = Lists.of("""
        in ip4 ip6 ct as tias rs rr audio video text application message image
        rtp avp savp avpf savpf udp tls tcp dtls sctp udptl msrp bfcp datachannel webrtc-datachannel udp-tl fec tcptl
        pcmu pcma g711 g722 g7221 g723 g721 g726-16 g726-24 g726-32 g726-40 aal2-g726-32 g728 g729 g729a g729b g729d g729e gsm gsm-efr
        gsm-hr gsm-fr g719 g711u g711a l8 l16 l24 dvi4 lpc qcelp mpa ilbc speex silk opus amr amr-wb amr-wb+ evs evrc
        evrc0 evrc1 evrcb evrcb0 evrcwb siren7 siren14 msrta x-msrta sirenlpr bv16 bv32 isac vdvi red rtx ulpfec flexfec
        flexfec-03 cn telephone-event tone t140 t140c t38 clearmode vmr-wb aac mp4a-latm mpeg4-generic ac3 dtmf sp4 codec2
        h261 h263 h263-1998 h263-2000 h264 h264-svc h265 h266 vp8 vp9 av1 av1x theora jpeg mpv mp2t mp4v-es x-rtvc1 x-h264uc
        x-ulpfecuc x-data raw parityfec
        active passive actpass holdconn new existing true false yes no on off
        host srflx prflx relay typ raddr rport tcptype so generation ufrag network-id network-cost local-pref
        trickle ice2 renomination google-ice remote-candidates pacing
        bundle ls fid lip-sync srf anat fec fec-fr ddp sim dup cs tls-id
        sha-1 sha-224 sha-256 sha-384 sha-512 md5 md2 wms zrtp mikey sdes
        aes_cm_128_hmac_sha1_80 aes_cm_128_hmac_sha1_32 aes_192_cm_hmac_sha1_80 aes_192_cm_hmac_sha1_32 aes_256_cm_hmac_sha1_80
        aes_256_cm_hmac_sha1_32 aead_aes_128_gcm aead_aes_256_gcm aead_aes_128_gcm_8 f8_128_hmac_sha1_80 null_hmac_sha1_80 inline
        unencrypted_srtp unencrypted_srtcp unauthenticated_srtp kdr fec_order fec_key wsh clear base64 uri prompt
        transferredtcf localtcf t38udpredundancy t38udpfec t38udpnoec
        nack pli sli rpsi ccm fir tmmbr tstr vbcm goog-remb transport-cc ack app trr-int rrtr pkt-loss-rle pkt-dup-rle
        rcvr-rtt stat-summary voip-metrics
        qos mandatory optional none e2e local remote send recv sendrecv sendonly recvonly inactive failure unknown core
        data main alt slides speaker sl portrait landscape seascape broadcast meeting moderated test h332 incl excl
        mode-set mode octet-align octet-align mode-change-period mode-change-capability mode-change-neighbor crc robust-sorting
        interleaving max-red maxptime ptime annexa annexb bitrate maxplaybackrate maxaveragebitrate stereo sprop-stereo cbr usedtx
        useinbandfec minptime sprop-maxcapturerate vbr any cng profile-level-id packetization-mode max-mbps max-fs max-br max-smbps
        max-cpb max-dpb max-fr redundant-pic-cap level-asymmetry-allowed sar-understood sar-supported qcif cif cif4 cif16 sqcif
        custom profile level profile-id tier-flag level-id interop-constraints tier apt rtx-time repair-window x-google-min-bitrate
        x-google-max-bitrate x-google-start-bitrate evs-mode-switch hf-only br bw dtx dtx-recv ch-send ch-recv cmr br-send br-recv
        bw-send bw-recv ch-aw-recv nb wb swb fb nb-wb nb-swb nb-fb sid options constantduration mpeg4 version codepage
        sprop-parameter-sets sprop-vps sprop-sps sprop-pps config decode_buf emphasis g711unstructured idle-period
        maxbr cpcf bpp hrd par mpi f i j k n p annex bitorder vad rate 0-15 0-16 0-11 suite bidirectional
        - *
        """);

    private SdpWords() {}
}
