namespace TrainingHub.Notices;

/// <summary>The server that takes mail (SMTP).</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">25 unless said otherwise; with TLS usually 587.</param>
/// <param name="From">The sender's address.</param>
/// <param name="User">Null where it asks for no sign-in.</param>
/// <param name="Password">Of that user.</param>
/// <param name="IsTls">Whether the connection is encrypted (STARTTLS); on unless said otherwise.</param>
public sealed record MailServer(string Host, int Port, string From, string? User, string? Password, bool IsTls);
