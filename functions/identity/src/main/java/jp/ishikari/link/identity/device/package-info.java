/** A sign-in on one device for another, and what a device is called. */
package jp.ishikari.link.identity.device;
