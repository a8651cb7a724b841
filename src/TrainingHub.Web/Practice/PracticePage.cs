namespace TrainingHub.Practice;

/// <summary>Where practice begins.</summary>
/// <param name="Filter">What was chosen last.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Questions">How many questions there are to practise.</param>
/// <param name="Locked">How many more there will be once their lessons are finished.</param>
/// <param name="Mistakes">Answered wrongly and not mastered yet.</param>
/// <param name="Daily">Of today.</param>
public sealed record PracticePage(PracticeFilter Filter, PracticeChoices Choices, int Questions, int Locked, int Mistakes, DailyPractice<PracticeQuestion> Daily);
