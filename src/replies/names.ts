// Names of people, as Salvadorans have them: a message that is only a name, or gives one, asks for nothing.

import type { WordGroup } from "./asking-words.js";

export const NAMES: readonly WordGroup[] = [
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `ana maria jose juan carlos luis antonio jorge miguel manuel francisco pedro rafael roberto ricardo mario oscar julio cesar david daniel jesus angel santos rene walter edwin william wilfredo wilber nelson ernesto
      mauricio eduardo fernando hector victor hugo salvador saul samuel moises israel isaac ismael elias josue jonathan kevin bryan brayan christian cristian alexander alex alexis alejandro andres diego sebastian gabriel rodrigo
      guillermo gerardo gilberto gustavo henry herbert ivan jaime javier joel leonel leonardo marvin melvin milton napoleon noe omar pablo raul ramiro ramon rolando romeo ronald ruben sergio tomas ulises vicente vladimir
      karla carla marta martha rosa rosario carmen elena silvia sandra sonia patricia claudia gloria blanca delmy dinora doris edith elsa elizabeth emely emilia esmeralda estela esther evelyn fatima flor francisca gabriela gladys
      guadalupe haydee ingrid irene iris isabel jacqueline jeannette jessica johana josefina juana julia karen katherine kenia laura leticia lidia liliana lilian lorena lourdes lucia luz marcela margarita marina maritza marlene mayra
      mercedes milagro milagros mirna miriam monica morena nancy natalia nelly nidia noemi nora norma olga oralia paola paula reina rebeca rocio rosibel roxana ruth sara sarai sofia stephanie susana tatiana telma teresa teodora
      vanessa veronica vilma wendy xiomara yanira yesenia yolanda zoila beatriz adela adriana alba alejandra alicia amanda andrea angela aracely berta cecilia consuelo cristina daniela deysi dora erika eva
      hernandez martinez lopez garcia perez gonzalez rodriguez ramirez flores rivas rivera reyes cruz gomez vasquez guzman mejia menjivar portillo ayala alvarado aguilar alas alfaro amaya aguirre arevalo argueta
      barrera benitez bonilla bolaños calderon campos canales cañas carranza castillo castro chavez chicas cisneros contreras cornejo cortez cubias leon deras diaz dominguez duran escobar escalante escamilla espinoza
      estrada figueroa franco fuentes galdamez gamez gil granados guardado guerra guevara gutierrez henriquez herrera iraheta jimenez jovel juarez landaverde lara lemus linares machado majano marroquin medrano
      melara melendez melgar mendez mendoza merino molina monge monterrosa montes morales moran moreno moreira navarro navarrete nuñez ochoa orantes orellana ortiz osorio pacheco palacios palma paz peña peñate perla pineda pinto ponce
      quintanilla quijano ramos recinos romero rosales rubio ruiz saenz salazar salinas salmeron sanchez sandoval santamaria saravia segovia serrano sibrian sosa soto sorto tobar tobias torres trejo trujillo turcios umaña urbina
      valencia valle valladares vargas vega velasco velasquez ventura vides villalta villatoro viera zavala zelaya zepeda zuniga cantor lazo lima peralta john michael james robert mary smith johnson williams brown jones
      pepe chepe paco toño beto nando memo lupe chabe tita nena chela mari lety pati vero moni gaby dany andy majo juanito carlitos pedrito`,
  },
];
