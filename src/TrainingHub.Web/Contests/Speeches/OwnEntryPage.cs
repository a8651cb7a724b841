namespace TrainingHub.Contests.Speeches;

/// <summary>The form in which a speech is entered.</summary>
/// <param name="Entry">Null: none was entered.</param>
/// <param name="IsScored">Whether judges have scored it: it stays as it is.</param>
public sealed record OwnEntryPage(SpeechContest Contest, SpeechEntry? Entry, EntryInput Input, bool IsScored);
