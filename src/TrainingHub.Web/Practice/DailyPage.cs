namespace TrainingHub.Practice;

/// <summary>每日一练.</summary>
/// <param name="Practice">What is left today, what is done, when more comes.</param>
/// <param name="Asked">The first of what is left; null when nothing is.</param>
public sealed record DailyPage(DailyPractice<PracticeQuestion> Practice, AskedPage? Asked);
