declare namespace App {
  interface Locals {
    /** Whether the page has shown a picture already. */
    hasPhoto?: boolean;
  }
}
