
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "User",
      "Organizer",
      "Event",
      "Occurrence",
      "Venue",
      "TicketType",
      "Booking",
      "Ticket",
      "Payment",
      "Refund"
    ],
    "UserError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "IdempotencyConflictError",
      "RateLimitedError",
      "WeakPasswordError",
      "BadCredentialsError",
      "EventHasBookingsError",
      "InsufficientAvailabilityError",
      "SalesClosedError",
      "PurchaseLimitError",
      "HoldExpiredError",
      "RefundNotAllowedError",
      "QuotaBelowUsageError",
      "BookingNotPayableError",
      "AmountChangedError",
      "ProviderUnavailableError"
    ],
    "SignUpError": [
      "ValidationError",
      "WeakPasswordError",
      "RateLimitedError"
    ],
    "SignInError": [
      "ValidationError",
      "BadCredentialsError",
      "RateLimitedError"
    ],
    "SimpleError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "RateLimitedError"
    ],
    "Product": [
      "TicketType"
    ],
    "Price": [
      "FixedPrice",
      "FreePrice"
    ],
    "EventError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "EventHasBookingsError",
      "IdempotencyConflictError"
    ],
    "HoldPlaceError": [
      "ValidationError",
      "NotFoundError",
      "InsufficientAvailabilityError",
      "SalesClosedError",
      "PurchaseLimitError",
      "IdempotencyConflictError",
      "RateLimitedError"
    ],
    "BookingError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "HoldExpiredError",
      "RefundNotAllowedError",
      "IdempotencyConflictError",
      "RateLimitedError"
    ],
    "QuotaError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "QuotaBelowUsageError"
    ],
    "CheckInError": [
      "ValidationError",
      "NotFoundError",
      "RateLimitedError"
    ],
    "PaymentStartError": [
      "ValidationError",
      "NotFoundError",
      "BookingNotPayableError",
      "AmountChangedError",
      "ProviderUnavailableError",
      "IdempotencyConflictError",
      "RateLimitedError"
    ],
    "PaymentError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "ProviderUnavailableError",
      "RateLimitedError"
    ],
    "NotificationError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "RateLimitedError"
    ]
  }
};
      export default result;
    