namespace TrainingHub.Practice;

/// <summary>每日一练: what is asked today.</summary>
/// <param name="Questions">What is still to be asked today, the longest due first.</param>
/// <param name="Done">Asked and answered today already.</param>
/// <param name="NextOn">When something is due next, when nothing is left today; null when nothing ever is.</param>
public sealed record DailyPractice<T>(IReadOnlyList<T> Questions, int Done, DateOnly? NextOn);
