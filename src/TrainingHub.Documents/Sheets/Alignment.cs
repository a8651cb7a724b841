namespace TrainingHub.Documents;

public enum Alignment
{
    Left,
    Centre,
    Right,
}
