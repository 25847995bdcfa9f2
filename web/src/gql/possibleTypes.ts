
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "BookingError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "HoldExpiredError",
      "RefundNotAllowedError",
      "IdempotencyConflictError",
      "RateLimitedError"
    ],
    "CheckInError": [
      "ValidationError",
      "NotFoundError",
      "RateLimitedError"
    ],
    "EventError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
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
    "Node": [
      "Booking",
      "Event",
      "Occurrence",
      "Organizer",
      "Payment",
      "Refund",
      "Ticket",
      "TicketType",
      "User",
      "Venue"
    ],
    "NotificationError": [
      "ValidationError",
      "NotFoundError"
    ],
    "PaymentError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "ProviderUnavailableError",
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
    "Price": [
      "FixedPrice",
      "FreePrice"
    ],
    "Product": [
      "TicketType"
    ],
    "QuotaError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "QuotaBelowUsageError"
    ],
    "SignInError": [
      "ValidationError",
      "BadCredentialsError",
      "RateLimitedError"
    ],
    "SignUpError": [
      "ValidationError",
      "WeakPasswordError",
      "RateLimitedError"
    ],
    "SimpleError": [
      "ValidationError",
      "NotFoundError",
      "ConflictError",
      "RateLimitedError"
    ],
    "UserError": [
      "AmountChangedError",
      "BadCredentialsError",
      "BookingNotPayableError",
      "ConflictError",
      "HoldExpiredError",
      "IdempotencyConflictError",
      "InsufficientAvailabilityError",
      "NotFoundError",
      "ProviderUnavailableError",
      "PurchaseLimitError",
      "QuotaBelowUsageError",
      "RateLimitedError",
      "RefundNotAllowedError",
      "SalesClosedError",
      "ValidationError",
      "WeakPasswordError"
    ]
  }
};
      export default result;
    