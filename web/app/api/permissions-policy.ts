/**
 * What pages may use of the device: the microphone, for dictation. Nothing else, and nobody who is
 * embedded.
 */
export const permissionsPolicy = {
  accelerometer: [],
  browsingTopics: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  gyroscope: [],
  hid: [],
  magnetometer: [],
  microphone: ["self"],
  midi: [],
  payment: [],
  serial: [],
  usb: [],
};
