namespace TrainingHub.Documents;

internal static class Units
{
    private const double MillimetresPerInch = 25.4;
    private const double PointsPerInch = 72;

    public static double Points(double millimetres) => millimetres * PointsPerInch / MillimetresPerInch;

    public static double Millimetres(double points) => points * MillimetresPerInch / PointsPerInch;
}
