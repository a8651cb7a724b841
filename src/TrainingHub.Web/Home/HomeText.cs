namespace TrainingHub.Home;

/// <summary>Names the resource files of this folder: the layout's words, the home page's, and those that several folders share.</summary>
public sealed class HomeText;
