namespace TrainingHub.Documents;

public enum FontWeight
{
    Regular,
    Bold,
}
