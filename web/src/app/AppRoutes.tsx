/** The addresses of the client; each screen is loaded when it is first visited. */
import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { SkeletonLines } from "../components/Skeleton.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";

const DiscoverPage = lazy(() => import("../features/discover/DiscoverPage.tsx"));
const EventPage = lazy(() => import("../features/event/EventPage.tsx"));
const NewCheckoutPage = lazy(() => import("../features/checkout/NewCheckoutPage.tsx"));
const CheckoutPage = lazy(() => import("../features/checkout/CheckoutPage.tsx"));
const ReturnPage = lazy(() => import("../features/checkout/ReturnPage.tsx"));
const BookingPage = lazy(() => import("../features/tickets/BookingPage.tsx"));
const TicketsPage = lazy(() => import("../features/tickets/TicketsPage.tsx"));
const SignInPage = lazy(() => import("../features/account/SignInPage.tsx"));
const SignUpPage = lazy(() => import("../features/account/SignUpPage.tsx"));
const VerifyEmailPage = lazy(() => import("../features/account/VerifyEmailPage.tsx"));
const ForgotPasswordPage = lazy(() => import("../features/account/ForgotPasswordPage.tsx"));
const ResetPasswordPage = lazy(() => import("../features/account/ResetPasswordPage.tsx"));
const AccountPage = lazy(() => import("../features/account/AccountPage.tsx"));
const NotificationsPage = lazy(() => import("../features/notifications/NotificationsPage.tsx"));
const OrganisePage = lazy(() => import("../features/organise/OrganisePage.tsx"));
const EditEventPage = lazy(() => import("../features/organise/EditEventPage.tsx"));
const SalesPage = lazy(() => import("../features/organise/SalesPage.tsx"));
const CheckInPage = lazy(() => import("../features/organise/CheckInPage.tsx"));

function Waiting() {
  return (
    <div style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1rem" }}>
      <SkeletonLines count={4} />
    </div>
  );
}

export function AppRoutes() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route index element={<DiscoverPage />} />
          <Route path="events/:organizerSlug/:slug" element={<EventPage />} />
          <Route path="checkout/new" element={<NewCheckoutPage />} />
          <Route path="checkout/:bookingId" element={<CheckoutPage />} />
          <Route path="checkout/:bookingId/return" element={<ReturnPage />} />
          <Route path="bookings/:bookingId" element={<BookingPage />} />
          <Route path="tickets" element={<TicketsPage />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="sign-up" element={<SignUpPage />} />
          <Route path="verify-email" element={<VerifyEmailPage />} />
          <Route path="forgot-password" element={<ForgotPasswordPage />} />
          <Route path="reset-password" element={<ResetPasswordPage />} />
          <Route path="account" element={<AccountPage />} />
          <Route path="notifications" element={<NotificationsPage />} />
          <Route path="organise" element={<OrganisePage />} />
          <Route path="organise/:organizerSlug" element={<OrganisePage />} />
          <Route path="organise/:organizerSlug/events/new" element={<EditEventPage />} />
          <Route path="organise/:organizerSlug/events/:eventId" element={<EditEventPage />} />
          <Route path="organise/:organizerSlug/events/:eventId/sales" element={<SalesPage />} />
          <Route path="organise/:organizerSlug/events/:eventId/check-in" element={<CheckInPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
