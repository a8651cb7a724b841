namespace TrainingHub.Sessions;

/// <summary>A sign-in sheet.</summary>
/// <param name="Rows">Everybody on the list but those who declined.</param>
public sealed record SignInSheetPage(TrainingSession Session, string OwnerName, IReadOnlyList<SessionHalfDay> HalfDays, IReadOnlyList<AttendanceRow> Rows);
