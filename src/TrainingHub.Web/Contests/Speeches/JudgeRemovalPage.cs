namespace TrainingHub.Contests.Speeches;

/// <summary>The form in which a judge is taken off.</summary>
public sealed record JudgeRemovalPage(SpeechContest Contest, SpeechPage.Judge Judge, JudgeRemovalInput Input);
