namespace TrainingHub.Questions;

/// <summary>By what counted questions can be sorted.</summary>
public enum StatisticsSort
{
    Discrimination,
    Facility,
    Times,
    Seconds,
}
