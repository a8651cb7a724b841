namespace TrainingHub.Practice;

public sealed class PracticeText;
