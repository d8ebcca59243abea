// The codes by which receipts of providers say that a message was not delivered because the person had opted out.

export const VONAGE_OPTED_OUT = "9";
/** Unsubscribed by a word; on WhatsApp, by what the person did there. */
export const TWILIO_OPTED_OUT: ReadonlySet<string> = new Set(["21610", "63014"]);
/** The person has stopped our marketing messages. */
export const WHATSAPP_OPTED_OUT = "131050";
export const TELNYX_OPTED_OUT = "40300";
